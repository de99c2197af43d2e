package kontor.chat.stream;

/** Why a stream ends while its reader still listens. */
enum Ending {
    /** He needs a new token. */
    TOKEN_ENDED,
    /** He is nobody's member any more. */
    RIGHT_LOST,
    /** The instance stops; another one goes on. */
    STOPPING,
    /** More waits for him than is kept; he comes back and reads on. */
    TOO_SLOW
}
