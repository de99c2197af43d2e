package kontor.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What failed before or behind every controller, such as in a filter, in the same shape as all other problems. */
@RestController
class ErrorPage implements ErrorController {

    private final ProblemWriter problems;

    ErrorPage(ProblemWriter problems) {
        this.problems = problems;
    }

    @Hidden
    @RequestMapping("${server.error.path:/error}")
    @Access(Who.ANYONE)
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        // Somebody who asks for this address himself asks for nothing that is there.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return ProblemWriter.entity(problems.of(status, response.getHeader(Correlation.HEADER)));
    }
}
