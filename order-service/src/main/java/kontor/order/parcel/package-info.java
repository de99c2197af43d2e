/** Puts the parcel of a paid purchase on paper: the label that goes outside, the packing slip that goes inside. */
@NullMarked
package kontor.order.parcel;

import org.jspecify.annotations.NullMarked;
