/** Judges what somebody is woken by, what is drawn, and what is written for whoever was woken. */
@NullMarked
package kontor.manifests.observability;

import org.jspecify.annotations.NullMarked;
