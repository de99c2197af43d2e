package kontor.images;

/**
 * One image that was made.
 *
 * @param digest of its manifest: equal for equal contents
 */
record ImageFile(Recipe recipe, String name, String digest) {}
