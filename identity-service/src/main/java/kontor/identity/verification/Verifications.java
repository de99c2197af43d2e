package kontor.identity.verification;

import org.springframework.data.repository.Repository;

/** The verifications. */
interface Verifications extends Repository<MemberVerification, Long> {

    MemberVerification saveAndFlush(MemberVerification verification);
}
