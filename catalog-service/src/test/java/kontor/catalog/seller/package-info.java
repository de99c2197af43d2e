/** What the catalog knows of sellers, told by identity-service. */
@NullMarked
package kontor.catalog.seller;

import org.jspecify.annotations.NullMarked;
