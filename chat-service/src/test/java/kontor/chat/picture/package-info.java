/** Tests of pictures. */
@NullMarked
package kontor.chat.picture;

import org.jspecify.annotations.NullMarked;
