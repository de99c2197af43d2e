package kontor.support.answer;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All canned answers. */
interface CannedAnswers extends Repository<CannedAnswer, Long> {

    CannedAnswer saveAndFlush(CannedAnswer answer);

    void delete(CannedAnswer answer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from CannedAnswer a where a.id = :id")
    Optional<CannedAnswer> lock(long id);
}
