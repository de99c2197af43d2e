/** What the catalog knows of sellers: whether they may sell, and the sites that they can send from. */
@NullMarked
package kontor.catalog.seller;

import org.jspecify.annotations.NullMarked;
