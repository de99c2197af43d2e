/** Starting, watching, restarting and stopping the processes of a stack. */
@NullMarked
package kontor.local.process;

import org.jspecify.annotations.NullMarked;
