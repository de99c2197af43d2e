/** The house style as rules over byte code, run by every service in its ArchitectureTests. */
@NullMarked
package kontor.testkit.architecture;

import org.jspecify.annotations.NullMarked;
