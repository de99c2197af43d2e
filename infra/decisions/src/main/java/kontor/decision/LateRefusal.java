package kontor.decision;

import org.springframework.http.ProblemDetail;

/** A refusal known only after the wait: it is stored with its key already, and is no more than told to the caller. */
public final class LateRefusal extends RuntimeException {

    private final transient ProblemDetail problem;

    LateRefusal(ProblemDetail problem) {
        super(problem.getDetail(), null, false, false);
        this.problem = problem;
    }

    public ProblemDetail problem() {
        return problem;
    }
}
