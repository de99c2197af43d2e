/** Who a person is in Kontor: members, verification, ranks, rights, customers. */
@NullMarked
package kontor.identity;

import org.jspecify.annotations.NullMarked;
