/** Proof that each architecture rule is red when broken and green when kept. */
@NullMarked
package kontor.testkit.architecture;

import org.jspecify.annotations.NullMarked;
