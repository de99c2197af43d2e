package kontor.catalog.category;

import kontor.platform.Rejection;

/** The place in the tree is impossible: below itself, or deeper than the tree may grow (C-6). */
public final class CategoryCycle extends Rejection {

    /** Levels of the tree. */
    public static final int LEVELS_MOST = 10;

    private CategoryCycle(String why) {
        super(Kind.RULE_BROKEN, "category-cycle", why);
    }

    public static CategoryCycle belowItself() {
        return new CategoryCycle("A category cannot lie below itself.");
    }

    public static CategoryCycle tooDeep() {
        return new CategoryCycle("The tree has at most %d levels.".formatted(LEVELS_MOST));
    }
}
