@NullMarked
package kontor.gateway.docs;

import org.jspecify.annotations.NullMarked;
