package kontor.testkit.samples.rejection;

import kontor.platform.Rejection;

final class Refusals {

    private Refusals() {}

    static class NotFinal extends Rejection {
        NotFinal() {
            super(Kind.RULE_BROKEN, "known-code", "Open for more.");
        }
    }

    static final class WithoutPage extends Rejection {
        WithoutPage() {
            super(Kind.RULE_BROKEN, "code-without-page", "Nobody explains me.");
        }
    }

    static final class Computed extends Rejection {
        Computed(String code) {
            super(Kind.RULE_BROKEN, code, "My code is anybody's guess.");
        }
    }
}
