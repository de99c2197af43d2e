package kontor.catalog.category;

import kontor.platform.Rejection;

/** The place in the tree is impossible: below itself, or deeper than the tree may grow (C-6). */
final class CategoryCycle extends Rejection {

    CategoryCycle(String why) {
        super(Kind.RULE_BROKEN, "category-cycle", why);
    }
}
