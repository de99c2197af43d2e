package kontor.catalog.upload;

/** What a picture is for. */
enum Purpose {
    PRODUCT,
    MEMBER,
    LISTING;

    /** Pictures of products and members stand in rows and columns. */
    boolean isSquare() {
        return this != LISTING;
    }
}
