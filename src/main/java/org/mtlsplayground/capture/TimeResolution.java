package org.mtlsplayground.capture;

import java.math.BigInteger;

/** What the timestamps of an interface in a pcapng file count (if_tsresol, if_tsoffset). */
final class TimeResolution {
    private static final BigInteger SECOND = BigInteger.valueOf(EpochNanos.SECOND);

    private final BigInteger unitsPerSecond;
    /** Of a unit; 0 where a nanosecond is not a whole number of units or more. */
    private final long nanosPerUnit;

    private final long offsetSeconds;

    /**
     * @param code 0 to 255: the negative power of ten, or with the highest bit set of two, that a unit is of a second
     * @param offsetSeconds to be added
     */
    TimeResolution(int code, long offsetSeconds) {
        int exponent = code & 0x7f;
        unitsPerSecond = (code & 0x80) == 0 ? BigInteger.TEN.pow(exponent) : BigInteger.ONE.shiftLeft(exponent);
        nanosPerUnit = (code & 0x80) == 0 && exponent <= 9
                ? SECOND.divide(unitsPerSecond).longValueExact()
                : 0;
        this.offsetSeconds = offsetSeconds;
    }

    /** The moment of a timestamp, which is unsigned. */
    long epochNanos(long timestamp) {
        if (nanosPerUnit > 0) {
            long units = EpochNanos.SECOND / nanosPerUnit;
            return moment(
                    Long.divideUnsigned(timestamp, units), Long.remainderUnsigned(timestamp, units) * nanosPerUnit);
        }
        BigInteger[] parts = new BigInteger(Long.toUnsignedString(timestamp)).divideAndRemainder(unitsPerSecond);
        return moment(
                parts[0].longValue(),
                parts[1].multiply(SECOND).divide(unitsPerSecond).longValue());
    }

    private long moment(long seconds, long nanos) {
        // Seconds are unsigned where a unit is a second; the sum may not turn round.
        if (seconds < 0 || offsetSeconds > Long.MAX_VALUE - seconds) {
            return Long.MAX_VALUE;
        }
        return EpochNanos.of(seconds + offsetSeconds, nanos);
    }
}
