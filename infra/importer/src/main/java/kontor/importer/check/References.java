package kontor.importer.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kontor.importer.reading.Findings;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.People;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;

/** Rows that name another one which is not there: SQLite does not mind unless it is told to. */
final class References {

    private final Community community;
    private final Findings findings;
    private final Set<Long> users;
    private final Set<Long> products;

    private References(Community community, Findings findings) {
        this.community = community;
        this.findings = findings;
        this.users = ids(community.people().users(), People.User::id);
        this.products = ids(community.goods().products(), Goods.Product::id);
    }

    static void check(Community community, Findings findings) {
        References references = new References(community, findings);
        references.ofPeople(community.people());
        references.ofGoods(community.goods());
        references.ofShelf(community.shelf());
        references.ofSwitches(community.shelf());
    }

    private static <T> Set<Long> ids(List<T> rows, Function<T, Long> id) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.add(id.apply(row)));
        return ids;
    }

    private void ofPeople(People people) {
        Set<Long> ranks = ids(people.ranks(), People.Rank::id);
        Set<Long> uploads = ids(community.goods().uploads(), Goods.Upload::id);
        for (People.User user : people.users()) {
            require(uploads, user.uploadId(), Table.USERS, user.id(), "image_upload_id", Table.UPLOADS);
        }
        for (People.Verification row : people.verifications()) {
            user(row.userId(), Table.USER_VERIFICATIONS, row.id(), "user_id");
            user(row.adminId(), Table.USER_VERIFICATIONS, row.id(), "admin_id");
        }
        for (People.RankUpdate row : people.rankUpdates()) {
            user(row.userId(), Table.RANK_UPDATES, row.id(), "user_id");
            user(row.adminId(), Table.RANK_UPDATES, row.id(), "admin_id");
            require(ranks, row.rankId(), Table.RANK_UPDATES, row.id(), "rank_id", Table.RANKS);
        }
        for (People.AdminUpdate row : people.adminUpdates()) {
            user(row.userId(), Table.ADMIN_UPDATES, row.id(), "user_id");
            user(row.adminId(), Table.ADMIN_UPDATES, row.id(), "admin_id");
        }
    }

    private void ofGoods(Goods goods) {
        Set<Long> tags = ids(goods.tags(), Goods.Tag::id);
        Set<Long> uploads = ids(goods.uploads(), Goods.Upload::id);
        goods.tags().forEach(tag -> user(tag.createdBy(), Table.TAGS, tag.id(), "created_by"));
        goods.uploads().forEach(upload -> user(upload.adminId(), Table.UPLOADS, upload.id(), "admin_id"));
        for (Goods.Product product : goods.products()) {
            user(product.createdBy(), Table.PRODUCTS, product.id(), "created_by");
            require(uploads, product.uploadId(), Table.PRODUCTS, product.id(), "image_upload_id", Table.UPLOADS);
        }
        for (Goods.Price price : goods.prices()) {
            product(price.productId(), Table.PRODUCT_PRICES, price.id());
            user(price.adminId(), Table.PRODUCT_PRICES, price.id(), "admin_id");
        }
        for (Goods.ProductTag row : goods.productTags()) {
            product(row.productId(), Table.PRODUCT_TAGS, row.id());
            require(tags, row.tagId(), Table.PRODUCT_TAGS, row.id(), "tag_id", Table.TAGS);
        }
    }

    private void ofShelf(Shelf shelf) {
        Set<Long> collections = ids(shelf.collections(), Shelf.Collection::id);
        Set<Long> stocktakings = ids(shelf.stocktakings(), Shelf.Stocktaking::id);
        for (Shelf.Deposit deposit : shelf.deposits()) {
            user(deposit.userId(), Table.DEPOSITS, deposit.id(), "user_id");
            user(deposit.adminId(), Table.DEPOSITS, deposit.id(), "admin_id");
        }
        for (Shelf.Collection row : shelf.collections()) {
            user(row.sellerId(), Table.REPLENISHMENT_COLLECTIONS, row.id(), "seller_id");
            user(row.adminId(), Table.REPLENISHMENT_COLLECTIONS, row.id(), "admin_id");
        }
        for (Shelf.Line line : shelf.lines()) {
            product(line.productId(), Table.REPLENISHMENTS, line.id());
            require(
                    collections,
                    line.collectionId(),
                    Table.REPLENISHMENTS,
                    line.id(),
                    "replcoll_id",
                    Table.REPLENISHMENT_COLLECTIONS);
        }
        for (Shelf.Purchase purchase : shelf.purchases()) {
            user(purchase.userId(), Table.PURCHASES, purchase.id(), "user_id");
            user(purchase.adminId(), Table.PURCHASES, purchase.id(), "admin_id");
            product(purchase.productId(), Table.PURCHASES, purchase.id());
        }
        for (Shelf.Stocktaking row : shelf.stocktakings()) {
            user(row.adminId(), Table.STOCKTAKING_COLLECTIONS, row.id(), "admin_id");
        }
        for (Shelf.Count count : shelf.counts()) {
            product(count.productId(), Table.STOCKTAKINGS, count.id());
            require(
                    stocktakings,
                    count.stocktakingId(),
                    Table.STOCKTAKINGS,
                    count.id(),
                    "collection_id",
                    Table.STOCKTAKING_COLLECTIONS);
        }
    }

    private void ofSwitches(Shelf shelf) {
        for (Things things : Things.of(shelf)) {
            Set<Long> known = things.revoked().keySet();
            for (Shelf.Switch row : shelf.switches(things.history())) {
                user(row.adminId(), row.table(), row.id(), "admin_id");
                require(known, row.thingId(), row.table(), row.id(), "the reference", things.table());
            }
        }
    }

    private void user(@Nullable Long id, Table table, long row, String column) {
        require(users, id, table, row, column, Table.USERS);
    }

    private void product(long id, Table table, long row) {
        require(products, id, table, row, "product_id", Table.PRODUCTS);
    }

    private void require(Set<Long> known, @Nullable Long id, Table table, long row, String column, Table target) {
        if (id != null && !known.contains(id)) {
            findings.add(
                    table, row, "%s names row %d of %s, which does not exist".formatted(column, id, target.title()));
        }
    }
}
