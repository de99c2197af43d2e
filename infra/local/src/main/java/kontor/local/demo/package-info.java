/** Where demo data is loaded, once for each stack, through the public API. */
@NullMarked
package kontor.local.demo;

import org.jspecify.annotations.NullMarked;
