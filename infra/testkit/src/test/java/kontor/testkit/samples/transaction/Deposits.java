package kontor.testkit.samples.transaction;

import org.springframework.transaction.annotation.Transactional;

@Transactional
class Deposits {

    @Transactional(readOnly = true)
    void read() {}
}
