package kontor.support.object;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a thing (S-2).
 *
 * @param customerId whose member is one of its parties; who that is, the copy of the members tells
 */
record Audience(
        boolean everybody, List<UUID> ownerIds, @Nullable Long customerId) {

    static final Audience EVERYBODY = new Audience(true, List.of(), null);

    static Audience of(UUID... ownerIds) {
        return new Audience(false, List.of(ownerIds), null);
    }

    static Audience ofCustomer(long customerId) {
        return new Audience(false, List.of(), customerId);
    }
}
