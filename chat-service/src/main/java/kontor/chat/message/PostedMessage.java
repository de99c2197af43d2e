package kontor.chat.message;

/**
 * A stored message.
 *
 * @param fresh false if it had been stored before (H-8)
 */
record PostedMessage(MessageView message, boolean fresh) {}
