package kontor.importer.source;

import java.util.List;

/** The tables of shop-db2 that are taken over, with the columns that are read. */
public enum Table implements Titled {
    RANKS("ranks", "id", "name", "active", "debt_limit", "is_system_user"),
    USERS("users", "id", "creation_date", "firstname", "lastname", "password", "is_verified", "image_upload_id"),
    USER_VERIFICATIONS("userverifications", "id", "timestamp", "admin_id", "user_id"),
    RANK_UPDATES("rankupdates", "id", "timestamp", "user_id", "rank_id", "admin_id"),
    ADMIN_UPDATES("adminupdates", "id", "timestamp", "is_admin", "admin_id", "user_id"),
    TAGS("tags", "id", "name", "created_by", "is_for_sale"),
    UPLOADS("uploads", "id", "timestamp", "admin_id", "filename"),
    PRODUCTS(
            "products",
            "id",
            "creation_date",
            "created_by",
            "name",
            "barcode",
            "active",
            "countable",
            "revocable",
            "image_upload_id"),
    PRODUCT_PRICES("productprices", "id", "timestamp", "price", "product_id", "admin_id"),
    PRODUCT_TAGS("product_tag_assignments", "product_id", "tag_id"),
    DEPOSITS("deposits", "id", "timestamp", "user_id", "admin_id", "amount", "comment", "revoked"),
    DEPOSIT_REVOKES("depositrevokes", "id", "timestamp", "revoked", "admin_id", "deposit_id"),
    REPLENISHMENT_COLLECTIONS(
            "replenishmentcollections", "id", "timestamp", "admin_id", "seller_id", "revoked", "comment"),
    COLLECTION_REVOKES("replenishmentcollectionrevoke", "id", "timestamp", "revoked", "admin_id", "replcoll_id"),
    REPLENISHMENTS("replenishments", "id", "replcoll_id", "product_id", "revoked", "amount", "total_price"),
    REPLENISHMENT_REVOKES("replenishmentrevoke", "id", "timestamp", "revoked", "admin_id", "repl_id"),
    PURCHASES("purchases", "id", "timestamp", "admin_id", "user_id", "product_id", "productprice", "amount", "revoked"),
    PURCHASE_REVOKES("purchaserevokes", "id", "timestamp", "revoked", "purchase_id"),
    STOCKTAKING_COLLECTIONS("stocktakingcollections", "id", "timestamp", "revoked", "admin_id"),
    STOCKTAKING_REVOKES("stocktakingcollectionrevokes", "id", "timestamp", "revoked", "admin_id", "collection_id"),
    STOCKTAKINGS("stocktakings", "id", "count", "product_id", "collection_id");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> columns;

    Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    @Override
    public String title() {
        return title;
    }

    public List<String> columns() {
        return columns;
    }
}
