//! A connection whose reader has to keep reading.
//!
//! hyper bounds how long a head may take, and nothing bounds how long an answer may: somebody who sends many requests and reads no
//! answer would hold a place until the longest life of a connection. Here an answer that cannot be written must still move on.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Instant, Sleep, sleep},
};

#[derive(Debug)]
pub(super) struct Paced {
    stream: TcpStream,
    time: Duration,
    least: usize,
    /// While something waits to be written: when to look at it, and the bytes that have got away since the last look.
    waiting: Option<(Pin<Box<Sleep>>, usize)>,
}

impl Paced {
    pub fn new(stream: TcpStream, time: Duration, least: usize) -> Paced {
        Paced { stream, time, least, waiting: None }
    }

    /// What a write has come to, and an error once it has not moved on.
    fn paced(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if let (Poll::Ready(Ok(bytes)), Some((_, moved))) = (&written, &mut self.waiting) {
            *moved += bytes;
        }
        if written.is_ready() {
            return written;
        }
        let (look, moved) = self.waiting.get_or_insert_with(|| (Box::pin(sleep(self.time)), 0));
        while look.as_mut().poll(cx).is_ready() {
            if *moved < self.least {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            *moved = 0;
            look.as_mut().reset(Instant::now() + self.time);
        }
        Poll::Pending
    }
}

impl AsyncWrite for Paced {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.paced(cx, written)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, cx: &mut Context<'_>, parts: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.paced(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// hyper flushes when it has nothing left to write: then nobody waits any more.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.waiting = None;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl AsyncRead for Paced {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, into)
    }
}
