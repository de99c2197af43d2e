/** What can be sold: products and their prices (C-1 to C-4, C-8). */
@NullMarked
package kontor.catalog.product;

import org.jspecify.annotations.NullMarked;
