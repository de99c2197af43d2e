package kontor.importer.calls;

import java.util.HashMap;
import java.util.Map;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;

/** Under which ids the shop knows what the source knows under its own. */
public final class Ids {

    private final Map<Long, String> members = new HashMap<>();
    private final Map<Long, Long> ranks = new HashMap<>();
    private final Map<Long, Long> tags = new HashMap<>();
    private final Map<Long, Long> products = new HashMap<>();
    private final Map<Long, Long> userPictures = new HashMap<>();
    private final Map<Long, Long> productPictures = new HashMap<>();

    Map<Long, Long> ranks() {
        return ranks;
    }

    Map<Long, Long> tags() {
        return tags;
    }

    /** By the id of the product. */
    public Map<Long, Long> products() {
        return products;
    }

    /** By the id of the user. */
    public Map<Long, String> members() {
        return members;
    }

    Map<Long, Long> userPictures() {
        return userPictures;
    }

    Map<Long, Long> productPictures() {
        return productPictures;
    }

    String member(long user) {
        return known(members, user, "user");
    }

    long rank(long rank) {
        return known(ranks, rank, "rank");
    }

    long product(long product) {
        return known(products, product, "product");
    }

    private static <T> T known(Map<Long, T> ids, long id, String what) {
        @Nullable T known = ids.get(id);
        if (known == null) {
            throw new Trouble("The shop did not say under which id it keeps %s %d of the source.".formatted(what, id));
        }
        return known;
    }
}
