#include "kernel/frame_pool.hpp"

#include <new>

namespace asepsim::kernel {
namespace {
constexpr std::size_t chunk_bytes = 65536;
}

void FramePool::give_to_system(Block* block) noexcept {
  ::operator delete(block);
}

FramePool::Block* FramePool::fresh(std::size_t size_class) {
  const std::size_t bytes = size_class * granule;
  if (size_class >= classes) {
    ++system_allocations_;
    return static_cast<Block*>(::operator new(bytes));
  }
  if (rest_bytes_ < bytes) {
    chunks_.push_back(std::make_unique<std::byte[]>(chunk_bytes));
    ++system_allocations_;
    rest_ = chunks_.back().get();
    rest_bytes_ = chunk_bytes;
  }
  auto* block = reinterpret_cast<Block*>(rest_);
  rest_ += bytes;
  rest_bytes_ -= bytes;
  return block;
}

}  // namespace asepsim::kernel
