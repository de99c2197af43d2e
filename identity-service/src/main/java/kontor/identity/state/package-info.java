/**
 * What all features share of a member: his locked row, his derived state and its publication, the set of usable admins.
 */
@NullMarked
package kontor.identity.state;

import org.jspecify.annotations.NullMarked;
