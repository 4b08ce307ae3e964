package org.mtlsplayground.capture;

/** The bytes of one connection. */
public final class Capture {}
