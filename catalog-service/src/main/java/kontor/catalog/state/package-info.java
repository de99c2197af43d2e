/** The newest state of each product, for everybody who keeps a copy. */
@NullMarked
package kontor.catalog.state;

import org.jspecify.annotations.NullMarked;
