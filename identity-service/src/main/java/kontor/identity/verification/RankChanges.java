package kontor.identity.verification;

import org.springframework.data.repository.Repository;

/** The rank history. */
interface RankChanges extends Repository<RankChange, Long> {

    RankChange saveAndFlush(RankChange change);
}
