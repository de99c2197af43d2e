/** How often one caller and one address may call. */
@NullMarked
package kontor.gateway.limit;

import org.jspecify.annotations.NullMarked;
