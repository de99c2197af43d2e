/** One live stream per client, on any instance, from the log that all instances share. */
@NullMarked
package kontor.chat.stream;

import org.jspecify.annotations.NullMarked;
