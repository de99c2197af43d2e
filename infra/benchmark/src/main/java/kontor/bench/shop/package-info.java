/** The members, goods and tokens that the load is made of, through the public API. */
@NullMarked
package kontor.bench.shop;

import org.jspecify.annotations.NullMarked;
