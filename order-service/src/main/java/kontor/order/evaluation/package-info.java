/** What buyers and sellers thought of each other once a purchase was done, and the ratings that follow (O-31). */
@NullMarked
package kontor.order.evaluation;

import org.jspecify.annotations.NullMarked;
