/// Signing of requests with the keys of Amazon Web Services.
///
/// [dev.sluice.http.sign.AwsSigning] is the last stage before the network, so that it signs what is
/// really sent; [dev.sluice.http.sign.AwsSignature] is the computation. It knows no service but
/// `s3`, which differs from all others.
@NullMarked
package dev.sluice.http.sign;

import org.jspecify.annotations.NullMarked;
