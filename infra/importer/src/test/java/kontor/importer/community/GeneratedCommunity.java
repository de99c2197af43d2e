package kontor.importer.community;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A community that lived for years, the same for the same start number: everything is bought, paid in, brought,
 * counted, revoked and applied again, and dated back as the source lets its admins do.
 */
public final class GeneratedCommunity {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String[] FIRST = {
        "Grace", "Noor", "Łukasz", "Zoë", "Bjørn", "Émile", "Ayşe", "Tomáš", "Mei", "Ada"
    };
    private static final String[] LAST = {
        "Adeyemi", "Visser", "Nowak", "Weiß", "Ångström", "O'Neill", "Demir", "Novák", "Li"
    };

    private final CommunityFile file;
    private final Random random;
    private final GeneratedShelf shelf;
    private final List<Long> admins = new ArrayList<>();
    private final List<Long> members = new ArrayList<>();
    private final List<Long> products = new ArrayList<>();
    private final Map<Long, Long> prices = new HashMap<>();
    private final Map<Long, Long> ranks = new HashMap<>();
    private LocalDateTime now = LocalDateTime.of(2019, 1, 7, 8, 0);

    private GeneratedCommunity(CommunityFile file, long start) {
        this.file = file;
        this.random = new Random(start);
        this.shelf = new GeneratedShelf(this, file, random);
    }

    /** Writes users, goods and at least so many purchases to a new file. */
    public static Path write(Path path, long start, int users, int purchases) {
        try (CommunityFile file = CommunityFile.create(path)) {
            GeneratedCommunity community = new GeneratedCommunity(file, start);
            community.begin();
            for (int i = 1; i < users; i++) {
                community.user();
            }
            for (int i = 0; i < 40; i++) {
                community.product(i);
            }
            while (file.number("select count(*) from purchases") < purchases) {
                community.day();
            }
        }
        return path;
    }

    private void begin() {
        for (String rank : List.of("Member", "Alumni", "Contender", "Inactive")) {
            file.insert(
                    "ranks",
                    "name, active, debt_limit, is_system_user",
                    rank,
                    rank.equals("Inactive") ? 0 : 1,
                    rank.endsWith("r") || rank.equals("Alumni") ? -2000 : 0,
                    0);
        }
        file.insert("ranks", "name, active, debt_limit, is_system_user", "System", 1, null, 1);
        long founder = register("Ada", "Founder", true);
        String at = stamp();
        file.insert("adminupdates", "timestamp, is_admin, admin_id, user_id", at, 1, founder, founder);
        admins.add(founder);
        verify(founder, 1);
        for (String tag : List.of("Drinks", "Sweets", "Savouries", "Office only")) {
            file.insert("tags", "name, created_by, is_for_sale", tag, founder, tag.startsWith("Office") ? 0 : 1);
        }
    }

    private long register(@Nullable String first, String last, boolean hasPassword) {
        pass(3_600);
        return file.insert(
                "users",
                "creation_date, firstname, lastname, password, is_verified",
                stamp(),
                first,
                last,
                hasPassword ? "$2b$12$hash" : null,
                0);
    }

    private void verify(long user, long rank) {
        pass(2);
        file.insert("rankupdates", "timestamp, user_id, rank_id, admin_id", stamp(), user, rank, admin());
        file.insert("userverifications", "timestamp, admin_id, user_id", stamp(), admin(), user);
        file.execute("update users set is_verified = 1 where id = " + user);
        ranks.put(user, rank);
        members.add(user);
    }

    private void user() {
        boolean isSystem = random.nextInt(30) == 0;
        long user = register(
                isSystem ? null : pick(FIRST),
                isSystem ? "Cash box " + members.size() : pick(LAST),
                random.nextInt(4) > 0);
        if (random.nextInt(10) > 0) {
            verify(user, isSystem ? 5 : 1 + random.nextInt(4));
        }
        if (ranks.containsKey(user) && random.nextInt(12) == 0) {
            file.insert("adminupdates", "timestamp, is_admin, admin_id, user_id", stamp(), 1, admin(), user);
            admins.add(user);
        }
    }

    private void product(int number) {
        pass(600);
        long product = file.insert(
                "products",
                "creation_date, created_by, name, barcode, active, countable, revocable",
                stamp(),
                admin(),
                "Product %d %s".formatted(number, pick(LAST)),
                random.nextBoolean() ? "40%011d".formatted(number) : null,
                random.nextInt(8) == 0 ? 0 : 1,
                random.nextInt(10) == 0 ? 0 : 1,
                random.nextInt(10) == 0 ? 0 : 1);
        products.add(product);
        price(product);
        for (int tag = 1; tag <= 4; tag++) {
            if (random.nextInt(3) == 0) {
                file.insert("product_tag_assignments", "product_id, tag_id", product, tag);
            }
        }
    }

    private void price(long product) {
        long price = random.nextInt(20) == 0 ? -25 : random.nextInt(10, 400);
        file.insert("productprices", "timestamp, price, product_id, admin_id", stamp(), price, product, admin());
        prices.put(product, price);
    }

    /** A few things of each kind. */
    private void day() {
        for (int i = 0; i < 20; i++) {
            shelf.purchase();
        }
        shelf.deposit();
        shelf.replenishment();
        for (int i = 0; i < 3; i++) {
            shelf.change();
        }
        if (random.nextInt(12) == 0) {
            shelf.stocktaking();
        }
        if (random.nextInt(3) == 0) {
            price(product());
        }
        if (random.nextInt(20) == 0) {
            long user = member();
            file.insert(
                    "rankupdates",
                    "timestamp, user_id, rank_id, admin_id",
                    stamp(),
                    user,
                    1 + random.nextInt(4),
                    admin());
        }
    }

    long admin() {
        return admins.isEmpty() ? 1 : admins.get(random.nextInt(admins.size()));
    }

    long member() {
        return members.get(random.nextInt(members.size()));
    }

    long product() {
        return products.get(random.nextInt(products.size()));
    }

    List<Long> products() {
        return products;
    }

    long priceOf(long product) {
        return prices.getOrDefault(product, 0L);
    }

    void pass(int seconds) {
        now = now.plusSeconds(random.nextInt(seconds + 1));
    }

    /** As SQLite's own clock writes it. */
    String stamp() {
        return now.format(SECONDS);
    }

    /** As the source writes a time that an admin sent. */
    String sent(int secondsAgo) {
        return now.minusSeconds(secondsAgo).format(SECONDS) + ".000000";
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
