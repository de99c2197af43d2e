/** What a run yields and how runs are compared. */
@NullMarked
package kontor.bench.measure;

import org.jspecify.annotations.NullMarked;
