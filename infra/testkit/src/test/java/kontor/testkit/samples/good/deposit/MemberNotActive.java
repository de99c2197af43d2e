package kontor.testkit.samples.good.deposit;

import kontor.platform.Rejection;

/** A refusal as it should be. */
public final class MemberNotActive extends Rejection {

    MemberNotActive() {
        super(Kind.RULE_BROKEN, "known-code", "Member %s is not active.".formatted("x"));
    }
}
