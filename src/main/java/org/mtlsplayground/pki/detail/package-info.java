/**
 * All that can be said of one certificate, as values: its fields and extensions with the standards' names, its ASN.1 as a
 * tree with byte offsets, what its key and signature are worth to the JDK in use, what it may do, and how it differs from
 * another. No text for people: labels and sentences are the ui's.
 */
package org.mtlsplayground.pki.detail;
