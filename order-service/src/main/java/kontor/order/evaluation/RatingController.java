package kontor.order.evaluation;

import java.util.UUID;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /ratings}: anyone may know what others thought of a member. */
@RestController
@RequestMapping("/api/v1/ratings")
class RatingController {

    private final Ratings ratings;

    RatingController(Ratings ratings) {
        this.ratings = ratings;
    }

    @GetMapping("/{memberId}")
    @Access(Who.ANYONE)
    Rating of(@PathVariable UUID memberId) {
        return ratings.of(memberId);
    }
}
