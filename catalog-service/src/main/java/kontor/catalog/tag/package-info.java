/** Tags, which group products and take them off sale (C-4, C-5). */
@NullMarked
package kontor.catalog.tag;

import org.jspecify.annotations.NullMarked;
