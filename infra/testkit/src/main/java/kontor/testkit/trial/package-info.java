/** What a service under test has to stand: many callers at once, death at any instruction, and faults in its tables. */
@NullMarked
package kontor.testkit.trial;

import org.jspecify.annotations.NullMarked;
