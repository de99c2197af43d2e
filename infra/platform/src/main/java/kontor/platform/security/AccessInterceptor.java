package kontor.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import kontor.platform.messaging.Origin;
import kontor.platform.rejection.Forbidden;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Judges the caller's class before anything of the request is read, so that 401 and 403 come first (G-20). */
public final class AccessInterceptor implements HandlerInterceptor {

    private final Callers callers;

    public AccessInterceptor(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        // Default deny: what is no method of a controller cannot carry a rule.
        if (!(handler instanceof HandlerMethod method)) {
            throw new Forbidden();
        }
        if (isFramework(method)) {
            return true;
        }
        @Nullable Access access = method.getMethodAnnotation(Access.class);
        if (access == null) {
            throw new Forbidden();
        }
        Caller caller = callers.of(request);
        caller.require(Set.of(access.value()));
        if (!caller.isAnonymous()) {
            Origin.actor(caller.actorId());
        }
        return true;
    }

    /** The OpenAPI document and the error page of the framework; everything of ours needs a rule. */
    private static boolean isFramework(HandlerMethod method) {
        String type = method.getBeanType().getName();
        return type.startsWith("org.springdoc.") || type.startsWith("org.springframework.boot.");
    }
}
