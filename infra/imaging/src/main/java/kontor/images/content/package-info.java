/** What is inside an image, laid out on disk as it will lie there. */
@NullMarked
package kontor.images.content;

import org.jspecify.annotations.NullMarked;
