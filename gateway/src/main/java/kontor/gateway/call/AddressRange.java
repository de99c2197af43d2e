package kontor.gateway.call;

import java.net.InetAddress;

/** A range of addresses in CIDR notation. */
record AddressRange(InetAddress network, int prefix) {

    AddressRange {
        if (prefix < 0 || prefix > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("prefix %d does not fit %s".formatted(prefix, network));
        }
    }

    static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
        int prefix = slash < 0 ? network.getAddress().length * Byte.SIZE : Integer.parseInt(cidr.substring(slash + 1));
        return new AddressRange(network, prefix);
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int bits = Math.min(Byte.SIZE, prefix - bit);
            int mask = 0xFF << (Byte.SIZE - bits);
            int at = bit / Byte.SIZE;
            if ((mine[at] & mask) != (other[at] & mask)) {
                return false;
            }
        }
        return true;
    }
}
