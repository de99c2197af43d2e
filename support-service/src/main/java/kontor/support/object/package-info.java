/** What tickets are about: a copy of whose object is whose, made of what the other services tell. */
@NullMarked
package kontor.support.object;

import org.jspecify.annotations.NullMarked;
