package kontor.ledger.stocktaking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.platform.web.RequestKey;

/** An admin enters what was counted (L-24). */
record MakeStocktaking(RequestKey request, UUID adminId, Instant at, List<CountView> lines) {}
