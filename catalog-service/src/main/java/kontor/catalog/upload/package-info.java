/** Pictures: judged by content, made anew, served safely (C-11). */
@NullMarked
package kontor.catalog.upload;

import org.jspecify.annotations.NullMarked;
